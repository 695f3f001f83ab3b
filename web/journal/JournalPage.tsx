import { memo, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { lazyPart } from '#web/ui/lazyPart.ts'
import { Page } from '#web/ui/Page.tsx'
import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { documentTitle } from '#web/ui/texts.ru.ts'
import { BroughtMarks } from './BroughtMarks.tsx'
import { CoursePicker } from './CoursePicker.tsx'
import { JournalContext } from './JournalContext.ts'
import styles from './JournalPage.module.css'
import { JournalTools } from './JournalTools.tsx'
import { LessonTools } from './lesson/LessonTools.tsx'
import { MarksTab } from './MarksTab.tsx'
import type { Page as JournalData } from './page.ts'
import { ReadingNotice } from './ReadingNotice.tsx'
import { grid, journal, journalOf, noLessons, noStudents, tabs } from './texts.ru.ts'
import { LessonTasksProvider } from './topics/LessonTasksContext.tsx'
import { useNarrow } from './useNarrow.ts'
import { useOpenJournal } from './useOpenJournal.ts'

const TopicsTab = lazyPart(() => import('./topics/TopicsTab.tsx'), 'soon')
const TotalsTab = lazyPart(() => import('./totals/TotalsTab.tsx'), 'soon')

/** An open page of the journal with its tabs. */
export const JournalPage = memo(function JournalPage({ page, notice }: { page: JournalData; notice: ReactNode }) {
  const open = useOpenJournal(page)
  const { course, term, students, lessons } = page
  const [search] = useSearchParams()
  const tab = search.get('tab') ?? 'marks'
  const [columnId, setColumnId] = useState<string | null>(null)
  const [panel, setPanel] = useState(false)
  const narrow = useNarrow()
  const [help, setHelp] = useState(false)
  const onColumn = useCallback((id: string | null) => setColumnId(id), [])
  const address = (name: string) => `/journal/${course.courseId}?term=${term.termId}${name === 'marks' ? '' : `&tab=${name}`}`
  const names = { marks: open.model.noMarks ? tabs.attendance : tabs.marks, topics: tabs.topics, totals: tabs.totals }
  const empty = lessons.length === 0 ? noLessons : students.length === 0 ? noStudents : null
  // After the page's own title: in the list of tabs a journal is told by its class and subject.
  useEffect(() => {
    document.title = documentTitle(journalOf(course.group, course.subject))
  }, [course.group, course.subject])
  return (
    <JournalContext.Provider value={open}>
      <LessonTasksProvider>
        <LessonTools>
          <div className={styles.journal} data-tab={tab}>
            <Page
              title={journal}
              width="full"
              controls={<CoursePicker page={page} tab={tab} />}
              actions={
                narrow ? undefined : (
                  <JournalTools
                    columnId={tab === 'marks' ? columnId : null}
                    panel={panel}
                    onPanel={setPanel}
                    onHelp={tab === 'marks' ? () => setHelp(true) : null}
                  />
                )
              }
            >
              <p className={styles.printed}>{grid.label(course.group, course.subject, term.name)}</p>
              <div className={styles.tabs}>
                <SegmentedTabs
                  label={tabs.label}
                  current={address(tab)}
                  tabs={(['marks', 'topics', 'totals'] as const).map((name) => ({ href: address(name), label: names[name] }))}
                />
              </div>
              <div className={styles.notices}>
                {notice}
                <ReadingNotice />
              </div>
              {tab !== 'topics' && <BroughtMarks />}
              {empty ? (
                <EmptyState {...empty} />
              ) : (
                <Suspense fallback={<Skeleton rows={10} />}>
                  {tab === 'topics' ? (
                    <TopicsTab />
                  ) : tab === 'totals' ? (
                    <TotalsTab />
                  ) : (
                    <MarksTab
                      lessonId={search.get('lesson')}
                      panel={panel}
                      onPanel={setPanel}
                      help={help}
                      onHelp={setHelp}
                      onColumn={onColumn}
                    />
                  )}
                </Suspense>
              )}
            </Page>
          </div>
        </LessonTools>
      </LessonTasksProvider>
    </JournalContext.Provider>
  )
})
