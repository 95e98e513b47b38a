/** What somebody may be told in WeChat, once for each time he agreed to it. */
export const messageKinds = ['result', 'review', 'reminder', 'weekly'] as const
export type MessageKind = (typeof messageKinds)[number]

/** What we can say; a template names the place each goes to. */
export type MessageValue =
  | 'matter'
  | 'outcome'
  | 'time'
  | 'until'
  | 'from'
  | 'hint'
  | 'done'
  | 'waiting'
  | 'failed'

/** Types of places in WeChat's templates that we fill in; their limits are in ./fill.ts. */
export type PlaceType = 'thing' | 'phrase' | 'time' | 'date' | 'number' | 'character_string'

/** Which types of places can hold what we say. */
const fits: Readonly<Record<MessageValue, readonly PlaceType[]>> = {
  matter: ['thing'],
  outcome: ['phrase', 'thing'],
  time: ['time', 'date'],
  until: ['time', 'date'],
  from: ['thing'],
  hint: ['thing'],
  done: ['number', 'character_string', 'thing'],
  waiting: ['number', 'character_string', 'thing'],
  failed: ['number', 'character_string', 'thing'],
}

/** What there is to say in each kind. */
const says: Readonly<Record<MessageKind, readonly MessageValue[]>> = {
  result: ['matter', 'outcome', 'time', 'from', 'hint'],
  review: ['matter', 'outcome', 'time', 'from', 'hint'],
  reminder: ['matter', 'until', 'from', 'hint'],
  weekly: ['time', 'done', 'waiting', 'failed', 'hint'],
}

/** One place of a template, such as `thing1`. */
export interface Place {
  name: string
  type: PlaceType
  value: MessageValue
}

export interface MessageTemplate {
  /** As WeChat gave it. */
  id: string
  places: readonly Place[]
}

export type MessageTemplates = Readonly<Partial<Record<MessageKind, MessageTemplate>>>

/**
 * `result:<id>:matter=thing1,outcome=phrase2,time=time3;reminder:…`. Every place of the template must be named: WeChat
 * refuses a message that leaves one empty. null: it is not written like that, or a place cannot hold what is to go there.
 */
export function readTemplates(text: string): MessageTemplates | null {
  const all: Partial<Record<MessageKind, MessageTemplate>> = {}
  for (const entry of text.split(';').map(each => each.trim())) {
    if (entry === '') continue
    const [, name, id = '', list = ''] = /^(\w+):([\w-]{10,64}):([\w=,]{1,200})$/.exec(entry) ?? []
    const kind = messageKinds.find(each => each === name)
    if (!kind || all[kind]) return null
    const places = list.split(',').map(each => placeOf(kind, each))
    if (!places.every(each => each !== null)) return null
    if (new Set(places.map(each => each.name)).size < places.length) return null
    all[kind] = { id, places }
  }
  const ids = Object.values(all).map(({ id }) => id)
  return new Set(ids).size < ids.length ? null : all
}

function placeOf(kind: MessageKind, text: string): Place | null {
  const [, said, name = '', type] =
    /^(\w+)=((thing|phrase|time|date|number|character_string)\d{1,2})$/.exec(text) ?? []
  const value = says[kind].find(each => each === said)
  const held = value && fits[value].find(each => each === type)
  return value && held ? { name, type: held, value } : null
}
