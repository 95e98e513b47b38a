import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

/** What a developer reads, nobody else: lines of the log, and sentences of errors that no user meets. */
const logs = {
  shouldIgnore({ node, parent }) {
    if (node.type === 'ExpressionStatement' && isLogCall(node.expression)) return 'a line of the log'
    if (node.type === 'StringLiteral' && parent?.type === 'NewExpression' && parent.callee.name === 'Error')
      return 'what a developer reads'
  },
}

/** `useCallback(work, [])`: any other list that never changes does the same. */
const causes = {
  shouldIgnore({ node, parent }) {
    if (
      node.type === 'ArrayExpression' &&
      node.elements.length === 0 &&
      isHook(parent) &&
      parent.arguments[1] === node
    )
      return 'no causes'
  },
}

const isHook = node => node?.type === 'CallExpression' && /^use(Callback|Memo|Effect)$/.test(node.callee.name)

const isLogCall = ({ type, callee }) =>
  type === 'CallExpression' &&
  callee.type === 'MemberExpression' &&
  ['info', 'warn', 'error'].includes(callee.property.name) &&
  (callee.object.name === 'log' || callee.object.property?.name === 'log')

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'logs', logs),
  declareValuePlugin(PluginKind.Ignore, 'causes', causes),
]
