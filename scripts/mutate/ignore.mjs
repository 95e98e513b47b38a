import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

/** What a developer reads, nobody else: lines of the log, and sentences of errors that no user meets. */
const logs = {
  shouldIgnore({ node, parent }) {
    if (node.type === 'ExpressionStatement' && isLogCall(node.expression)) return 'a line of the log'
    if (node.type === 'StringLiteral' && parent?.type === 'NewExpression' && isSentence(node, parent))
      return 'what a developer reads'
  },
}

const isSentence = (node, { callee, arguments: given }) =>
  callee.name === 'Error' || (callee.name === 'ActionFailureError' && given[1] === node)

/** The causes of a hook: the lint says which they are (useExhaustiveDependencies), where it was not told to be silent. */
const causes = {
  shouldIgnore(path) {
    const { node, parent } = path
    if (
      node.type === 'ArrayExpression' &&
      isHook(parent) &&
      parent.arguments[1] === node &&
      !isSilenced(path)
    )
      return 'the lint looks at it'
  },
}

const isHook = node => node?.type === 'CallExpression' && /^use(Callback|Memo|Effect)$/.test(node.callee.name)

const isSilenced = path =>
  (path.getStatementParent()?.node.leadingComments ?? []).some(({ value }) =>
    value.includes('useExhaustiveDependencies'),
  )

const isLogCall = ({ type, callee }) =>
  type === 'CallExpression' &&
  callee.type === 'MemberExpression' &&
  ['info', 'warn', 'error'].includes(callee.property.name) &&
  (callee.object.name === 'log' || callee.object.property?.name === 'log')

/** What `finder` is given: it is made once a process, for most changes before they are tried. */
const tables = {
  shouldIgnore({ node, parent }) {
    if (parent?.type === 'CallExpression' && parent.callee.name === 'finder' && parent.arguments[1] === node)
      return 'a table that is made once'
  },
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'logs', logs),
  declareValuePlugin(PluginKind.Ignore, 'causes', causes),
  declareValuePlugin(PluginKind.Ignore, 'tables', tables),
]
