import ts from 'typescript'
import { at, below, type Finding, type Rule } from './source'

type Opening = ts.JsxOpeningElement | ts.JsxSelfClosingElement

/**
 * What somebody who sees nothing hears. A picture says what it shows or that it is decoration; what is tapped says that it
 * can be; and only `aria-…` gets through the templates (config/aria-attributes.ts), `ariaLabel` is lost on the way.
 */
export const spoken: Rule = source => [
  ...below(source, isOpening).flatMap(findingsOf),
  ...below(source, ts.isJsxAttribute)
    .filter(({ name }) => /^aria[A-Z]/.test(name.getText()))
    .map(attribute => at(attribute, 'is lost in the templates: write it as aria-…')),
]

function findingsOf(element: Opening): Finding[] {
  const tag = element.tagName.getText()
  const has = (name: string) => element.attributes.properties.some(each => each.name?.getText() === name)
  if (tag === 'Image' && !has('aria-label') && !has('aria-hidden'))
    return [at(element, 'is a picture without a word: give it an aria-label, or aria-hidden as decoration')]
  // A mask behind a dialog is closed by its button as well, and the bars of a chart have arrows beside them.
  if (tag === 'View' && has('onClick') && !has('aria-role') && !has('aria-hidden'))
    return [at(element, 'can be tapped and does not say so: give it an aria-role, or aria-hidden')]
  return []
}

function isOpening(node: ts.Node): node is Opening {
  return ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)
}
