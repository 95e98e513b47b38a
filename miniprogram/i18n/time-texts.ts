import { defineTexts } from './define-texts'

/** How long ago, how long still, and which day. */
const zh = {
  now: '刚刚',
  minutes: '{n} 分钟前',
  hours: '{n} 小时前',
  months: '1月,2月,3月,4月,5月,6月,7月,8月,9月,10月,11月,12月',
  day: '{month}{day}日 {clock}',
  'day.year': '{year}年{month}{day}日 {clock}',
  'left.minutes': '{n} 分钟',
  'left.hours': '{n} 小时',
  'left.days': '{n} 天',
  'left.none': '不到 1 分钟',
}

const en: Record<keyof typeof zh, string> = {
  now: 'just now',
  minutes: '{n} min ago',
  hours: '{n} h ago',
  months: 'Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec',
  day: '{month} {day}, {clock}',
  'day.year': '{month} {day}, {year}, {clock}',
  'left.minutes': '{n} min',
  'left.hours': '{n} h',
  'left.days': '{n} days',
  'left.none': 'less than 1 min',
}

export const timeText = defineTexts({ zh, en })
