import type { AppPackage, Json, Query } from './types'

export interface Target {
  path: string
  query: Query
}

/** Values stay as written: WeChat does not decode what onLoad receives. */
export function parseUrl(url: string): Target {
  const cut = url.indexOf('?')
  const path = cut < 0 ? url : url.slice(0, cut)
  const query: Query = {}
  for (const pair of cut < 0 ? [] : url.slice(cut + 1).split('&')) {
    if (!pair) continue
    const at = pair.indexOf('=')
    query[at < 0 ? pair : pair.slice(0, at)] = at < 0 ? '' : pair.slice(at + 1)
  }
  return { path, query }
}

export function formatQuery(query: Query): string {
  return Object.entries(query)
    .map(([key, value]) => `${key}=${value}`)
    .join('&')
}

/** Resolves `from`'s relative paths; an absolute path starts with a slash. */
export function resolvePath(from: string, path: string): string {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

interface SubPackage {
  root: string
  pages: string[]
  plugins: Json
}

function subPackages(app: AppPackage): SubPackage[] {
  const list = app.json.app?.subPackages ?? app.json.app?.subpackages
  if (!Array.isArray(list)) return []
  return list.map(each => ({
    root: String(each.root).replace(/^\/|\/$/g, ''),
    pages: each.pages ?? [],
    plugins: each.plugins ?? {},
  }))
}

export function mainPages(app: AppPackage): string[] {
  const pages = app.json.app?.pages
  return Array.isArray(pages) ? pages.map(String) : []
}

export function pageExists(app: AppPackage, path: string): boolean {
  const below = subPackages(app).flatMap(each => each.pages.map(page => `${each.root}/${page}`))
  return mainPages(app).includes(path) || below.includes(path)
}

/** Root of the subpackage that holds a file, or null for the main package. */
export function packageOf(app: AppPackage, file: string): string | null {
  return subPackages(app).find(each => file.startsWith(`${each.root}/`))?.root ?? null
}

export function pluginAliases(app: AppPackage): string[] {
  const main = app.json.app?.plugins
  const groups = [main, ...subPackages(app).map(each => each.plugins)]
  return groups.flatMap(group => (group && typeof group === 'object' ? Object.keys(group) : []))
}

export interface PluginUrl {
  alias: string
  page: string
  search: string
}

export function parsePluginUrl(url: string): PluginUrl | null {
  const match = /^plugin:\/\/([^/?]+)\/([^?]*)(?:\?(.*))?$/.exec(url)
  if (!match) return null
  return { alias: match[1] ?? '', page: match[2] ?? '', search: match[3] ?? '' }
}
