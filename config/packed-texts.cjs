/** No text has it (a build fails when one does), and it is one byte. */
const between = '|'

/**
 * A Babel plugin for `defineTexts({ zh, en })`: the keys are written once for both languages, and each of the three as
 * one text, without a pair of quotes for every part. `miniprogram/i18n/define-texts.ts` takes it apart again.
 */
module.exports = function packedTexts({ types: t }) {
  const bare = path => {
    if (path.isTSSatisfiesExpression() || path.isTSAsExpression()) return bare(path.get('expression'))
    const binding = path.isIdentifier() && path.scope.getBinding(path.node.name)
    return binding ? bare(binding.path.get('init')) : path
  }
  const tableOf = path => {
    const table = new Map()
    for (const each of bare(path).get('properties')) {
      const { confident, value } = each.isObjectProperty() ? each.get('value').evaluate() : {}
      if (!confident || each.node.computed || typeof value !== 'string')
        throw each.buildCodeFrameError('A text is written out, key and all.')
      const key = each.node.key.name ?? each.node.key.value
      if (key.includes(between) || value.includes(between))
        throw each.buildCodeFrameError(`A text has no ${between} in it.`)
      table.set(key, value)
    }
    return table
  }
  return {
    visitor: {
      CallExpression(path) {
        const [own] = path.get('arguments')
        if (!path.get('callee').isIdentifier({ name: 'defineTexts' }) || !own.isObjectExpression()) return
        const languages = own.get('properties').map(each => [each.node.key.name, each.get('value')])
        if (languages.some(([language]) => language === 'keys')) return
        const { zh, en } = Object.fromEntries(languages.map(([language, path]) => [language, tableOf(path)]))
        const parts = {
          keys: [...zh.keys()],
          zh: [...zh.values()],
          en: [...zh.keys()].map(key => en.get(key)),
        }
        const packed = Object.entries(parts).map(([name, part]) =>
          t.objectProperty(t.identifier(name), t.stringLiteral(part.join(between))),
        )
        own.replaceWith(t.objectExpression(packed))
      },
    },
  }
}
