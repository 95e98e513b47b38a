import { SaxesParser } from 'saxes'
import { guarded, SheetError } from './error'
import { limits } from './limits'

/** What a reader hears of a part. `path`: local names from the root down, `worksheet/sheetData/row`. */
export interface XmlReader {
  /** `attributes`: those without a prefix by name, relationships' as `r:id`. */
  open?(path: string, attributes: Attributes): void
  /** Text and CDATA; one text may come in several pieces. */
  text?(path: string, text: string): void
  close?(path: string): void
}
export type Attributes = Readonly<Record<string, string | undefined>>

/** Transitional and strict (ISO/IEC 29500); some writers name none at all. Elements of others say nothing about cells. */
const ours = new Set([
  '',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
  'http://schemas.openxmlformats.org/package/2006/relationships',
])
const relationships = new Set<string | undefined>([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
])
/** A sign that XML does not know leaves no doubt about the rest. */
const harmless = /disallowed character\.$/

/** Reads one XML part in pieces. Throws SheetError for what is not well-formed, too deep, or has a DTD. */
export function readXml(pieces: Iterable<Uint8Array>, reader: XmlReader): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  const elements: Element[] = []
  const current = () => elements[elements.length - 1]
  const text = (piece: string) => {
    const path = current()?.path
    if (path) reader.text?.(path, piece)
  }
  parser.on('error', error => {
    if (!harmless.test(error.message)) throw new SheetError('broken')
  })
  parser.on('doctype', () => {
    // Entities are declared there; no spreadsheet program has any.
    throw new SheetError('unusual')
  })
  let attributeCount = 0
  parser.on('attribute', () => {
    attributeCount += 1
    if (attributeCount > limits.attributes) throw new SheetError('unusual')
  })
  parser.on('opentag', ({ name, attributes }) => {
    attributeCount = 0
    if (elements.length >= limits.depth) throw new SheetError('unusual')
    const element = elementOf(name, attributes, current())
    elements.push(element)
    if (element.path) reader.open?.(element.path, knownAttributes(attributes, element.spaces))
  })
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', () => {
    const path = elements.pop()?.path
    if (path) reader.close?.(path)
  })
  for (const piece of decoded(pieces)) parser.write(piece)
  parser.close()
}

/** Namespaces by prefix; '' for elements without one. */
type Spaces = Readonly<Record<string, string | undefined>>

interface Element {
  /** null: of somebody else, or within such an element. */
  path: string | null
  spaces: Spaces
}

/** The parser could look after namespaces itself, at twice the time. */
function elementOf(name: string, attributes: Attributes, parent: Element | undefined): Element {
  const spaces = spacesOf(attributes, parent?.spaces ?? {})
  const colon = name.indexOf(':')
  const local = name.slice(colon + 1)
  const ofOurs = ours.has(spaces[colon === -1 ? '' : name.slice(0, colon)] ?? '')
  if (!ofOurs || parent?.path === null) return { path: null, spaces }
  return { path: parent ? `${parent.path}/${local}` : local, spaces }
}

function spacesOf(attributes: Attributes, outer: Spaces): Spaces {
  let spaces = outer
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue
    spaces = { ...spaces, [name.slice('xmlns:'.length)]: attributes[name] }
  }
  return spaces
}

/** An attribute of the relationships' namespace is `r:…`, whatever its prefix. */
function knownAttributes(attributes: Attributes, spaces: Spaces): Attributes {
  for (const name in attributes) {
    const colon = name.indexOf(':')
    if (colon < 1 || !relationships.has(spaces[name.slice(0, colon)])) continue
    return { ...attributes, [`r:${name.slice(colon + 1)}`]: attributes[name] }
  }
  return attributes
}

type Decoder = InstanceType<typeof TextDecoder>

/** By the first two bytes: a mark, or `<`. */
const wide: Readonly<Record<string, string>> = {
  fffe: 'utf-16le',
  '3c00': 'utf-16le',
  feff: 'utf-16be',
  '003c': 'utf-16be',
}
/** The version comes before it (XML 1.0, 2.8). */
const declaredEncoding = /^<\?xml\s+version\s*=\s*["'][\d.]+["']\s+encoding\s*=\s*["']([\w.-]+)/

/** The characters of a part: by its mark, else by its declaration, else UTF-8. */
function* decoded(pieces: Iterable<Uint8Array>): Iterable<string> {
  let decoder: Decoder | null = null
  for (const piece of pieces) {
    decoder ??= guarded(() => decoderFor(piece))
    yield decodedBy(decoder, piece)
  }
  if (decoder) yield decodedBy(decoder)
}

/** Without a piece: what is left. */
function decodedBy(decoder: Decoder, piece?: Uint8Array): string {
  return guarded(() => decoder.decode(piece, { stream: piece !== undefined }))
}

function decoderFor(beginning: Uint8Array): Decoder {
  const declared = declaredEncoding.exec(Buffer.from(beginning.subarray(0, 200)).toString('latin1'))?.[1]
  const encoding = wide[Buffer.from(beginning.subarray(0, 2)).toString('hex')] ?? narrow(declared)
  return new TextDecoder(encoding, { fatal: true })
}

/** Bytes that do not begin as UTF-16 are none, whatever they say. */
function narrow(declared = 'utf-8'): string {
  return /^utf-?16/i.test(declared) ? 'utf-8' : declared
}

/** An attribute of the type xsd:boolean. */
export function isTrue(text: string | undefined): boolean {
  return Boolean(text?.match(/^\s*(1|true|on)\s*$/i))
}

/** Of heights and widths: nothing hides as well. */
export function isZero(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '' && Number(text) === 0
}
