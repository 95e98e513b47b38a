const { readdirSync, readFileSync } = require('node:fs')
const path = require('node:path')

/**
 * Class names and custom properties say in the sources what they are of. On the phone they are one or two letters: they
 * were a twentieth of the package. Modifiers (`--on`) stay, because pages put them together.
 */
const aClass = /(?<![\w-])[a-z]-[a-z][\w-]*/g
const aProperty = /(?<![\w-])--[a-z][\w-]*/g

const baseOf = name => name.replace(/--.*/, '')

/** What each name in these style sheets is called on the phone. */
function namesOf(sheets) {
  const classes = sheets.flatMap(sheet =>
    [...sheet.matchAll(/\.([a-z]-[a-z][\w-]*)/g)].map(([, name]) => baseOf(name)),
  )
  const properties = sheets.flatMap(sheet => sheet.match(aProperty) ?? [])
  const numbered = names => new Map([...new Set(names)].sort().map((name, n) => [name, letters(n)]))
  return { classes: numbered(classes), properties: numbered(properties) }
}

function letters(n) {
  const last = String.fromCharCode(97 + (n % 26))
  return n < 26 ? last : letters(Math.floor(n / 26) - 1) + last
}

/** A text in which classes may be named: a selector, the class of an element. */
function withClasses({ classes }, text) {
  return text.replace(aClass, name => {
    const base = baseOf(name)
    const short = classes.get(base)
    return short === undefined ? name : short + name.slice(base.length)
  })
}

/** A selector from the phone, with the names of the sources. */
function asWritten({ classes }, selector) {
  const long = new Map([...classes].map(([name, short]) => [short, name]))
  return selector.replace(/(?<=\.)[a-z]+(?=--|[^\w-]|$)/g, short => long.get(short) ?? short)
}

/** A text in which custom properties may be named: a value, the style of an element. */
function withProperties({ properties }, text) {
  return text.replace(aProperty, name => (properties.has(name) ? `--${properties.get(name)}` : name))
}

const root = path.resolve(__dirname, '../miniprogram')

let known

/** Once in a process, so that sheets and pages have the same, whatever is changed while somebody watches. */
function namesOfPages() {
  if (known) return known
  const sheets = readdirSync(root, { recursive: true }).filter(file => file.endsWith('.css'))
  known = namesOf(sheets.map(file => readFileSync(path.join(root, file), 'utf8')))
  return known
}

module.exports = { namesOf, namesOfPages, withClasses, asWritten, withProperties }
