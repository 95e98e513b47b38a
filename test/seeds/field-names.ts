/** Draws the names of fields out of the text of a page: each page writes its tables in a way of its own. */
import type { SeedId } from './seed-pages'

const drawers: Readonly<Record<SeedId, (page: string) => string[]>> = {
  '000': page => [...stackedTables(page), ...keysOfExamples(page), ...headerTables(page)],
  '001': page => [...stackedTables(page), ...keysOfExamples(page), ...headerTables(page)],
  '002': page => [...joinedTables(page), ...keysOfExamples(page), ...namedInText(page)],
  '003': page => [...joinedTables(page), ...keysOfExamples(page), ...headersOfExample(page)],
}

export function drawFields(id: SeedId, page: string): string[] {
  return [...new Set(drawers[id](page))]
}

/** A name on one line, its type on the next one that is not empty. */
function stackedTables(page: string): string[] {
  const lines = page
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const types = /^(string|int|int32|long|array|object)$/i
  return lines
    .filter(
      (line, index) => /^[A-Za-z]\w+$/.test(line) && types.test(lines[index + 1] ?? '') && !types.test(line),
    )
    .concat(untyped(lines))
}

/** `status` has no type on one of the pages. */
function untyped(lines: readonly string[]): string[] {
  return lines.filter((line, index) => /^[a-z]\w+$/.test(line) && /^实名状态/.test(lines[index + 1] ?? ''))
}

function headerTables(page: string): string[] {
  return page
    .split('\n')
    .map(line => line.trim())
    .filter(line => /^(X-Tsign-[\w-]+|Content-(Type|MD5)|Accept)$/.test(line))
}

/** `AdminNameString组织机构超管姓名`: the columns stand without anything between them. */
function joinedTables(page: string): string[] {
  const row =
    /^([A-Za-z]\w*?)(?:\.N)?(?:Array of String|String|UserInfo|Agent|Integer|List|Result)(?=[^\w]|$)/
  return page.split('\n').flatMap(line => row.exec(line)?.[1] ?? [])
}

function keysOfExamples(page: string): string[] {
  return [...page.matchAll(/"(\w+)"\s*:/g)]
    .flatMap(found => found[1] ?? [])
    .filter(name => name !== 'Response')
}

/** What a description demands inside an object that has no table here. */
function namedInText(page: string): string[] {
  return [...page.matchAll(/(ProxyOrganizationId)必填/g)].flatMap(found => found[1] ?? [])
}

function headersOfExample(page: string): string[] {
  return [...page.matchAll(/^(x-qys-[\w-]+):/gm)].flatMap(found => found[1] ?? [])
}
