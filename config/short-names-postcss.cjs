const { namesOfPages, withClasses, withProperties } = require('./short-names.cjs')

/** A PostCSS plugin: the names in the style sheets, as short-names-babel.cjs writes them in the pages. */
module.exports = ({ names = namesOfPages() }) => ({
  postcssPlugin: 'short-names',
  OnceExit(sheet) {
    sheet.walkRules(rule => {
      rule.selector = withClasses(names, rule.selector)
    })
    sheet.walkDecls(declaration => {
      declaration.prop = withProperties(names, declaration.prop)
      declaration.value = withProperties(names, declaration.value)
    })
  },
})
