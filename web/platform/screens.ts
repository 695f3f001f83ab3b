import type { ComponentType } from 'react'
import type { Me } from './sessionState.ts'

export type MenuIcon = ComponentType<{ size?: string | number; stroke?: string | number; 'aria-hidden'?: boolean }>

/** A page of the app, declared by its module. Shown and listed only to those it is allowed to. */
export type Screen = {
  /** As wouter reads it: '/journal/:courseId'. */
  path: string
  /** Title of the document until the page names itself. */
  title: string
  /** A line in the navigation; `short` for the bar of a phone. */
  menu?: { order: number; label: string; short?: string; icon: MenuIcon }
  /** A card of «Школа», where everything is that is done a few times a year. */
  section?: {
    group: 'start' | 'year' | 'people' | 'learning' | 'data'
    order: number
    label: string
    about: string
    icon: MenuIcon
  }
  allowed(me: Me): boolean
  load(): Promise<{ default: ComponentType }>
}
