const { namesOfPages, withClasses, withProperties } = require('./short-names.cjs')

/** A Babel plugin: the names of the style sheets in pages, as short-names-postcss.cjs writes them in the sheets. */
module.exports = function shortNames(_babel, { names = namesOfPages() }) {
  const done = new WeakSet()
  const once = (path, change) => {
    if (done.has(path.node)) return
    done.add(path.node)
    change(path.node)
  }
  const short = (text, path) => {
    if (/(?<![\w-])[a-z]-[a-z][\w-]*_$/.test(text))
      throw path.buildCodeFrameError(
        'The name of an element is written out; what is put together is a modifier (--).',
      )
    // A modifier may be called as a property is.
    const properties = text.replace(/--[\w-]+:|var\([^)]+\)/g, each => withProperties(names, each))
    return withClasses(names, properties)
  }
  return {
    visitor: {
      StringLiteral(path) {
        once(path, node => {
          const text = short(node.value, path)
          if (text === node.value) return
          node.value = text
          // As it was written.
          node.extra = undefined
        })
      },
      TemplateElement(path) {
        once(path, ({ value }) => {
          value.raw = short(value.raw, path)
          value.cooked = short(value.cooked, path)
        })
      },
    },
  }
}
