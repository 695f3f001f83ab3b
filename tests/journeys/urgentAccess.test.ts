import assert from 'node:assert/strict'
import { barriersOf } from './barriers.ts'
import { journey } from './stage.ts'

journey(
  'a teacher opens the card of a pupil of another class for a reason; the head reads it and ends it [R052]',
  async (stage) => {
    const [pupil] = await stage.rows<{ surname: string; given_name: string; name: string }>(
      `select p.surname, p.given_name, g.name from enrolment e join study_group g on g.id = e.group_id and g.kind = 'class'
       join person p on p.id = e.student_id
     where e.to_date is null and not exists (select from homeroom h join account a on a.person_id = h.teacher_id where h.class_id = g.id and a.login = 'ivanova')
       and (select count(*) from person q where q.surname = p.surname and q.given_name = p.given_name) = 1
     order by p.surname, p.given_name limit 1`,
    )
    const teacher = await stage.enter('ivanova', { viewport: 'phone' })
    await teacher.goto('/school/people/nobody')
    await teacher.getByRole('link', { name: 'Экстренный доступ' }).click()
    await teacher.getByLabel('Фамилия и имя ученика').fill(`${pupil!.surname} ${pupil!.given_name}`)
    await teacher
      .getByRole('button', { name: /^Открыть доступ/ })
      .first()
      .click()
    const dialog = teacher.getByRole('dialog')
    await dialog.getByLabel('Что случилось и зачем нужна карточка').fill('надо')
    await dialog.getByRole('button', { name: 'Открыть' }).click()
    await dialog.getByText(/хотя бы три слова/).waitFor()
    await dialog.getByLabel('Что случилось и зачем нужна карточка').fill('Вечером на кружке стало плохо, ищу родителей')
    await dialog.getByRole('button', { name: 'Открыть' }).click()
    await teacher.getByRole('button', { name: /^Показать карточку/ }).click()
    await teacher.getByRole('heading', { name: 'Родители и законные представители' }).waitFor()
    assert.deepEqual(await barriersOf(teacher, 'экстренный доступ', { onDesk: false }), [])

    const head = await stage.enter('director')
    await head.getByRole('button', { name: /Уведомления/ }).click()
    await head
      .getByRole('link', { name: /Экстренный доступ/ })
      .first()
      .click()
    await head.getByText('Вечером на кружке стало плохо').waitFor()
    assert.deepEqual(await barriersOf(head, 'экстренные доступы'), [])
    await head
      .getByRole('button', { name: /^Оценить доступ/ })
      .first()
      .click()
    await head.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
    await head.getByRole('cell', { name: /^обоснован/ }).waitFor()
    await head
      .getByRole('button', { name: /^Закончить доступ/ })
      .first()
      .click()

    await teacher.getByRole('heading', { name: 'Родители и законные представители' }).waitFor({ state: 'detached' })
    await teacher.getByText('Вы открывали раньше').waitFor()
  },
)
