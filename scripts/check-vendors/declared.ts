/** The fields that the SDK's types declare: `Operator`, `Operator.UserId`, … of each request, as in its models file. */

type Classes = Map<string, [name: string, type: string][]>

/** `models`: the text of `ess_models.d.ts`. */
export function declaredFields(models: string, actions: readonly string[]): Record<string, string[]> {
  const classes = readClasses(models)
  return Object.fromEntries(
    actions.map(action => {
      if (!classes.has(`${action}Request`)) throw new Error(`the SDK has no ${action}`)
      return [action, placesOf(classes, `${action}Request`, '').sort()]
    }),
  )
}

function readClasses(models: string): Classes {
  const classes: Classes = new Map()
  let fields: [string, string][] = []
  for (const line of models.split('\n')) {
    const opened = /^export interface (\w+) \{/.exec(line)
    if (opened?.[1]) {
      fields = []
      classes.set(opened[1], fields)
    }
    const field = /^ {4}(\w+)\??: (?:Array<)?(\w+)/.exec(line)
    if (field?.[1] && field[2]) fields.push([field[1], field[2]])
  }
  return classes
}

function placesOf(classes: Classes, name: string, at: string): string[] {
  return (classes.get(name) ?? []).flatMap(([field, type]) => {
    const place = at ? `${at}.${field}` : field
    return [place, ...placesOf(classes, type, place)]
  })
}
