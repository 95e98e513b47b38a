import ts from 'typescript'
import { at, below, callsOf, type Finding, type Rule } from './source'

/** The only room that asks the server by itself; everybody else has it asked. */
const room = 'miniprogram/cloud/'
const instead = 'use useOnce, useAnswer, useAnswers, usePages, useSubmit or usePoll of miniprogram/cloud'

/**
 * Pages ask the server in one way (miniprogram/cloud): nobody else keeps a busy flag around waiting, keeps failures,
 * swallows what went wrong with an action, or asks again by a timer of his own.
 */
export const asking: Rule = source =>
  source.fileName.startsWith(room) ? [] : rules.flatMap(rule => rule(source))

const rules: readonly Rule[] = [failuresMade, failuresKept, failuresSwallowed, busyFlags, ownPolling]

/** Whoever makes a failure out of an error has caught it. */
function failuresMade(source: ts.SourceFile): Finding[] {
  return callsOf(source, 'toFailure').map(call => at(call, `makes a failure of an error: ${instead}`))
}

function failuresKept(source: ts.SourceFile): Finding[] {
  return callsOf(source, 'useState', 'useRef')
    .filter(call => /\bActionFailureError\b/.test(call.getText()))
    .map(call => at(call, `keeps a failure of its own: ${instead}`))
}

function failuresSwallowed(source: ts.SourceFile): Finding[] {
  const tried = below(source, ts.isTryStatement)
    .filter(({ tryBlock, catchClause }) => catchClause && asks(tryBlock) && !throws(catchClause))
    .map(({ tryBlock }) => tryBlock)
  const chained = callsOf(source, 'callAction').filter(call => {
    const handler = handlerOf(call)
    return handler !== null && isFunction(handler) && !throws(handler)
  })
  return [...tried, ...chained].map(node => at(node, `catches what an action throws: ${instead}`))
}

/** A flag that is raised, and lowered by the same function after it has waited. */
function busyFlags(source: ts.SourceFile): Finding[] {
  return below(source, isFunction).flatMap(work => {
    const own = ownPart(work)
    if (!own.some(node => ts.isAwaitExpression(node) || isFollowed(node))) return []
    const lowered = own.flatMap(node => flagSet(node, 'false'))
    return own
      .flatMap(node => flagSet(node, 'true'))
      .filter(raised => lowered.some(({ name, at: end }) => name === raised.name && raised.at < end))
      .map(({ name }) => at(work, `has a busy flag of its own (${name}): ${instead}`))
  })
}

function ownPolling(source: ts.SourceFile): Finding[] {
  const timers = asks(source) ? callsOf(source, 'setTimeout', 'setInterval') : []
  return [...timers, ...callsOf(source, 'startPolling')].map(call =>
    at(call, `asks again by a timer of its own: ${instead}`),
  )
}

const asks = (node: ts.Node) => callsOf(node, 'callAction').length > 0
const throws = (node: ts.Node) => below(node, ts.isThrowStatement).length > 0

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return (
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node)
  )
}

/** What is to happen when the action fails: `.catch(handler)`, `.then(…, handler)`. */
function handlerOf(call: ts.CallExpression): ts.Node | null {
  const access = call.parent
  if (!ts.isPropertyAccessExpression(access) || !ts.isCallExpression(access.parent)) return null
  const [first = null, second = null] = access.parent.arguments
  if (access.name.text === 'catch') return first
  return access.name.text === 'then' ? second : null
}

/** What a function does itself, and in what follows a promise. */
function ownPart(work: ts.Node): ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    found.push(node)
    if (!isFunction(node) || isFollowed(node.parent)) ts.forEachChild(node, visit)
  }
  ts.forEachChild(work, visit)
  return found
}

/** `promise.then(…)` and its like. */
function isFollowed(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    /^(then|catch|finally)$/.test(node.expression.name.text)
  )
}

/** `setBusy(true)` and `running.current = true`: the name, and where it stands. */
function flagSet(node: ts.Node, value: 'true' | 'false'): { name: string; at: number }[] {
  if (ts.isCallExpression(node) && /^set[A-Z]\w*$/.test(node.expression.getText())) {
    const values = node.arguments.map(each => each.getText())
    return values.length === 1 && values[0] === value
      ? [{ name: node.expression.getText(), at: node.getStart() }]
      : []
  }
  const assigned = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken
  if (!assigned || node.right.getText() !== value || !/\.current$/.test(node.left.getText())) return []
  return [{ name: node.left.getText(), at: node.getStart() }]
}
