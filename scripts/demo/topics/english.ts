import type { Topics } from '#scripts/demo/topics/library.ts'

export const english: Topics = {
  2: `
    Hello! Знакомство. Приветствие
    Английский алфавит: буквы Aa–Hh
    Английский алфавит: буквы Ii–Qq
    Английский алфавит: буквы Rr–Zz
    My family. Члены семьи
    Цвета. What colour is it?
    My home. Предметы мебели
    Where’s Chuckles? Предлоги места
    АГ: Моя семья и мой дом
    My birthday. Числа от 1 до 10
    Yummy chocolate! Еда
    I like / I don’t like
    АГ: Еда
    My animals. Глагол can
    I can jump! Утверждения и вопросы с can
    At the circus. Животные
    My toys. Игрушки
    She’s got blue eyes! Части лица
    My holidays. Одежда и погода
    КР: Итоги года`,
  3: `
    Welcome back! Летние каникулы
    School again! Школьные принадлежности
    School subjects. Глагол to be
    КР: School days
    A new member. Семья
    A happy family. Множественное число существительных
    He loves jelly! Present Simple: утверждения
    In my lunch box. Some и any
    КР: All the things I like
    Toys for little Betsy. Неопределённый артикль
    In my room. This и these
    Cows are funny! Части тела животных
    Clever animals. Can и can’t
    КР: Furry friends
    Grandma! Grandpa! Дом и комнаты
    My house. There is и there are
    We’re having a great time! Present Continuous
    In the park. Свободное время
    A fun day. Дни недели
    On Sundays. Распорядок дня
    КР: Итоги года`,
  4: `
    Back together! Знакомство и приветствие
    One big happy family. Описание внешности
    My best friend. Present Continuous
    КР: Family and friends
    The animal hospital. Места в городе
    Work and play. Наречия частотности
    КР: A working day
    Pirate’s fruit salad. Much, many, a lot of
    Make a meal of it! Еда
    КР: Tasty treats
    Funny animals. Present Simple и Present Continuous
    Wild about animals! Степени сравнения прилагательных
    КР: At the zoo
    Tea party. Порядковые числительные
    All our yesterdays. Was и were
    The hare and the tortoise. Past Simple: правильные глаголы
    Once upon a time. Чтение сказки
    Memory lane. Past Simple: неправильные глаголы
    КР: Tell the tale
    Places to go. Going to
    КР: Итоги года`,
  5: `
    School! Школьные предметы и расписание
    First day! Неопределённый артикль a / an
    Favourite subjects. Глагол to be
    КР: School days
    I’m from… Страны и национальности
    My things. Множественное число существительных
    My collection. Предметы увлечений
    КР: That’s me!
    At home. Порядковые числительные
    Move in! There is и there are
    My bedroom. Предлоги места
    КР: My home, my castle
    My family! Глагол can. Объектные местоимения
    Who’s who? Притяжательный падеж
    КР: Family ties
    Amazing creatures. Present Simple: утверждения
    At the zoo. Present Simple: вопросы и отрицания
    КР: World animals
    Wake up! Наречия частотности
    At work. Present Continuous
    Weekends. Планы на выходные
    КР: Round the clock
    Year after year. Погода и времена года
    Dress right. Одежда
    Celebrations. Исчисляемые и неисчисляемые существительные
    Going shopping. Past Simple: was и were
    КР: Итоги года`,
  6: `
    Family members. Внешность и характер
    Who are you? Притяжательные прилагательные
    My country. Страны мира
    КР: Who’s who
    Happy times. Предлоги времени и места
    My place. Some, any, no
    My neighbourhood. Повелительное наклонение
    КР: Here we are!
    Road safety. Правила дорожного движения
    On the move. Модальный глагол can
    КР: Getting around
    Day in, day out. Present Simple: повторение
    How about…? Предложение и согласие
    My favourite day. Союзы времени
    КР: Day after day
    Festive time. Present Continuous
    Let’s celebrate! Праздники
    Special days. День благодарения
    КР: Feasts
    Free time. Хобби
    Game on! Present Simple и Present Continuous
    In the past. Past Simple: правильные глаголы
    Halloween spirit. Past Simple: неправильные глаголы
    That’s the rule. Must и mustn’t
    Food and drink. Количественные слова
    Holiday plans. Going to
    КР: Итоги года`,
  7: `
    A city mouse or a country mouse? Город и деревня
    Better safe than sorry. Should и shouldn’t
    Hanging out. Present Simple и Present Continuous
    КР: Lifestyles
    Bookworms. Past Simple: утверждения и вопросы
    A classic read. Past Simple: неправильные глаголы
    Vanished! Past Continuous
    КР: Tale time
    Lead the way! Относительные местоимения
    Who’s who? Внешность и характер
    Against all odds. Причастия на -ing и -ed
    КР: Profiles
    News stories. Past Continuous и Past Simple
    Did you hear about…? Рассказ о событии
    Take action! Экологические акции
    КР: In the news
    Predictions. Future Simple
    Gadget madness. Техника вокруг нас
    What’s your opinion? Условные предложения 0 и 1 типа
    КР: What the future holds
    The fun starts here! Present Perfect: утверждения и вопросы
    Teen camps. Present Perfect: already, yet, just
    A whale of a time! Has gone и has been
    КР: Having fun
    Walk of fame. Степени сравнения прилагательных
    DVD frenzy! Present Perfect и Past Simple
    Save the Earth. Present Perfect Continuous
    КР: Итоги года`,
  8: `
    Break the ice. Черты характера
    Present Simple и Present Continuous: сравнение
    Will и going to. Способы выражения будущего
    Reading and vocabulary: People around us
    КР: Socialising
    Food and shopping. Способы приготовления пищи
    Present Perfect и Present Perfect Continuous
    Артикли с географическими названиями
    КР: Food and shopping
    Great minds. Изобретения и профессии
    Past Perfect и Past Simple
    Past Continuous в рассказе
    КР: Great minds of the world
    Be yourself. Одежда и мода
    Passive Voice: настоящее и прошедшее время
    Каузативная конструкция have something done
    КР: Be yourself
    Global issues. Стихийные бедствия
    Инфинитив и герундий
    Used to и would
    КР: Global issues
    Culture exchange. Отпуск и путешествия
    Косвенная речь
    КР: Итоги года`,
  9: `
    Celebrations. Праздники мира
    Present Tenses: повторение
    Восклицательные предложения
    КР: Celebrations
    Life and living. Дом и быт
    Инфинитив и герундий
    Предлоги и фразовые глаголы
    КР: Life and living
    See it to believe it. Загадочные явления
    Past Tenses: повторение
    Must, can’t, may: предположения
    КР: See it to believe it
    Technology. Современные технологии
    Future Tenses. Придаточные времени
    КР: Technology
    Art and literature. Виды искусства
    Степени сравнения прилагательных и наречий
    Town and community. Страдательный залог
    Косвенная речь
    Условные предложения 2 и 3 типа
    Подготовка к ОГЭ: письмо личного характера
    Подготовка к ОГЭ: монологическое высказывание
    КР: Итоги основной школы`,
  10: `
    Strong ties. Подростки и общение
    Present Tenses: формы и употребление
    Работа с художественным текстом
    КР: Strong ties
    Living and spending. Деньги и покупки
    Инфинитив и герундий: сравнение
    КР: Living and spending
    Schooldays and work. Выбор профессии
    Future Tenses: формы и употребление
    Письмо-заявление о приёме на работу
    КР: Schooldays and work
    Earth alert! Охрана природы
    Модальные глаголы
    Эссе с выражением мнения
    КР: Earth alert!
    Holidays. Путешествия
    Past Tenses: формы и употребление
    Food and health. Условные предложения
    Let’s have fun. Страдательный залог
    КР: Итоги года`,
  11: `
    Relationships. Семья и отношения
    Present, Past and Future Tenses: повторение
    Описание человека
    КР: Relationships
    Where there’s a will. Стресс и здоровье
    Придаточные предложения цели и результата
    КР: Where there’s a will, there’s a way
    Responsibility. Права и обязанности
    Инфинитив и герундий: повторение
    Эссе: «за» и «против»
    КР: Responsibility
    Danger! Несчастные случаи и помощь
    Страдательный залог: все времена
    Who are you? Модальные глаголы: предположения
    Communication. Косвенная речь
    Подготовка к ЕГЭ: описание графика
    Подготовка к ЕГЭ: устная часть
    КР: Итоги средней школы`,
}
