import ts from 'typescript'
import { at, below, type Finding, type Rule } from './source'

const own = 'miniprogram/components/apart.tsx'

/**
 * A `<View>` that is nothing but a box around other elements has a reason that cannot be seen: it keeps what stands
 * beside it from being sent again. That is what `<Apart>` says. A line of text may stand in a bare `<View>`.
 */
export const siblings: Rule = source =>
  source.fileName === own ? [] : below(source, ts.isJsxElement).filter(isBareBox).map(named)

function named(element: ts.JsxElement): Finding {
  return at(element, 'is a bare <View> around elements: use <Apart>, or give it a className')
}

function isBareBox({ openingElement, children }: ts.JsxElement): boolean {
  if (openingElement.tagName.getText() !== 'View' || openingElement.attributes.properties.length > 0)
    return false
  return children.some(child => isElement(child) || below(child, isElement).length > 0)
}

function isElement(node: ts.Node): node is ts.JsxElement | ts.JsxSelfClosingElement {
  return ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node)
}
