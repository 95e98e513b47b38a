import path from 'node:path'
import postcss, { type Root, type Rule } from 'postcss'
import { rpxToCss } from './runtime/rpx'

/** Reads a stylesheet by its path inside the package, with extension. */
export type ReadStyle = (file: string) => string

/**
 * Turns one wxss file into CSS: imports are inlined, `rpx` becomes a share of the phone's width, tags get the
 * `wx-` prefix they have in the DOM. With a `scope`, classes get the prefix glass-easel gives to the classes of
 * an isolated component.
 */
export function wxssToCss(file: string, read: ReadStyle, scope?: string): string {
  const root = inline(file, read, [])
  root.walkDecls(declaration => {
    declaration.value = rpxToCss(declaration.value)
  })
  root.walkAtRules('media', rule => {
    rule.params = rpxToCss(rule.params)
  })
  root.walkRules(rule => {
    if (!isKeyframe(rule)) rule.selector = convertSelector(rule.selector, scope)
  })
  return root.toString()
}

function inline(file: string, read: ReadStyle, seen: string[]): Root {
  if (seen.includes(file)) throw new Error(`${file}: imports itself`)
  const root = postcss.parse(read(file), { from: file })
  root.walkAtRules('import', rule => {
    const target = /["']([^"']+)["']/.exec(rule.params)?.[1]
    if (!target) return
    const resolved = target.startsWith('/')
      ? target.slice(1)
      : path.posix.join(path.posix.dirname(file), target)
    rule.replaceWith(inline(resolved, read, [...seen, file]).nodes)
  })
  return root
}

function isKeyframe(rule: Rule): boolean {
  return (
    rule.parent?.type === 'atrule' && 'name' in rule.parent && /keyframes$/.test(String(rule.parent.name))
  )
}

const tokens = /"[^"]*"|'[^']*'|\[[^\]]*\]|\.[\w-]+|[#:@][:\w-]*|[A-Za-z][\w-]*/g

function convertSelector(selector: string, scope?: string): string {
  return selector.replace(tokens, token => {
    if (token.startsWith('.')) return scope ? `.${scope}--${token.slice(1)}` : token
    return /^[A-Za-z]/.test(token) ? `wx-${token}` : token
  })
}
