/** How the phone is set that the screens are looked at on. */
export interface GalleryLook {
  id: string
  name: string
  size: { width: number; height: number }
  dark?: boolean
  /** WeChat's own language. */
  language?: string
  /** How much larger the person reads, of everything. */
  textScale?: number
  platform?: 'windows'
  /** Walks that end at once there. */
  without?: readonly string[]
}

const phone = { width: 375, height: 812 }

export const looks: readonly GalleryLook[] = [
  { id: 'light', name: '浅色', size: phone },
  { id: 'dark', name: '深色', size: phone, dark: true },
  { id: 'narrow', name: '320 px', size: { width: 320, height: 568 } },
  { id: 'large', name: '大字 1.5×', size: phone, textScale: 1.5 },
  { id: 'english', name: 'English', size: phone, language: 'en' },
  {
    id: 'desktop',
    name: '电脑',
    size: { width: 1100, height: 760 },
    platform: 'windows',
    // On a computer they begin with the code for the phone, which `elsewhere` shows.
    without: ['person', 'otherEnds', 'organization'],
  },
]
