import { simplified } from './simplified'

/** What a heading says about filling it in. Longer ones first. */
const hints = [
  ...[
    '必填项',
    '必须填写',
    '必填',
    '必须',
    '选填项',
    '选填',
    '非必填',
    '可不填',
    '可选',
    '可为空',
    '不能为空',
  ],
  ...['请填写', '请输入', '填写', '文本格式', '文本', 'required', 'optional', 'mandatory'],
]
/** 「手机号 11位」 */
const lengthBehind = /\d{1,2}位数?字?$/
/** 「1. 企业名称」, 「18位身份证号」 */
const numberBefore = /^\d{1,2}位?(?=\p{Script=Han})/u

/** Case, width, spaces, punctuation and traditional characters make no difference, nor does 「的」 or a hint like 「必填」. */
export function keyOf(text: string): string {
  const key = simplified(text.normalize('NFKC').toLowerCase()).replace(/[^\p{L}\p{N}]|的/gu, '')
  return withoutHints(withoutHints(key).replace(lengthBehind, '').replace(numberBefore, '')) || key
}

function withoutHints(key: string): string {
  const before = hints.find(hint => key.startsWith(hint)) ?? ''
  const rest = key.slice(before.length)
  const behind = hints.find(hint => rest.endsWith(hint)) ?? ''
  return rest.slice(0, rest.length - behind.length)
}

/**
 * Finds a value by any of its names. The hundreds there are get their keys when it is first asked: no function starts
 * with a spreadsheet, and this would be a sixth of its start.
 */
export function finder<V extends string>(
  values: readonly V[],
  namesOf: (value: V) => readonly string[],
): (text: string) => V | null {
  let byKey: Map<string, V> | undefined
  return text => {
    byKey ??= new Map(values.flatMap(value => namesOf(value).map(name => [keyOf(name), value] as const)))
    return byKey.get(keyOf(text)) ?? null
  }
}

/** Names that are written side by side, separated by commas. */
export function split(lists: readonly string[]): string[] {
  return lists.flatMap(list => list.split(','))
}

/** Every one of `heads` with every one of `tails`, both separated by commas: 「管理员」 and 「姓名」 make 「管理员姓名」. */
export function combined(heads: string, tails: string): string {
  return heads
    .split(',')
    .flatMap(head => tails.split(',').map(tail => head + tail))
    .join(',')
}
