/**
 * A Babel plugin: brings the names that JSX is compiled to (babel.config.cjs). `h(View, props, child)` is shorter than
 * `jsx(View, { ...props, children: child })`, and Preact makes the same of it.
 */
module.exports = function jsxCalls({ types: t }) {
  const named = (local, imported) => t.importSpecifier(t.identifier(local), t.identifier(imported))
  return {
    visitor: {
      JSX(_path, state) {
        state.hasJsx = true
      },
      Program: {
        exit(path, state) {
          if (!state.hasJsx) return
          const names = [named('jsxCall', 'createElement'), named('JsxFragment', 'Fragment')]
          path.unshiftContainer('body', t.importDeclaration(names, t.stringLiteral('preact')))
        },
      },
    },
  }
}
