import { createHash } from 'node:crypto'
import type { Change } from '../setup/plan'
import type { Bench } from './doctor/finding'

/**
 * What the functions, their rights, their addresses and their timer should be, in the order in which they are made:
 * the timer last, when everything it needs is there. Values of variables only as a short hash.
 */
export function functionPlan(bench: Bench): { name: string; changes: Change[] }[] {
  const { functions, variables, openapi, crons } = bench
  return [
    {
      name: '云函数 functions',
      changes: functions.map(({ name, runtime, timeout }) => created(name, `${runtime} ${timeout}s`)),
    },
    {
      name: '环境变量 variables(三个函数相同)',
      changes: Object.entries(variables ?? {}).map(([name, value]) => created(name, hashed(value))),
    },
    {
      name: '云调用权限 permissions.openapi',
      changes: Object.entries(openapi).flatMap(([name, calls]) =>
        calls.length > 0 ? [created(name, calls.join(' '))] : [],
      ),
    },
    {
      name: '函数安全规则 rule',
      changes: functions
        .filter(({ name }) => name !== 'api')
        .map(({ name }) => created(name, 'invoke: false')),
    },
    {
      name: 'HTTP 访问 route',
      changes: [created('/callback → callback', 'EnablePathTransmission: true, EnableAuth: false')],
    },
    { name: '定时器 timer(最后)', changes: crons.map(cron => created('sweep', cron)) },
  ]
}

function created(what: string, detail: string): Change {
  return { mark: 'create', what, detail }
}

function hashed(value: string): string {
  return `•••(${createHash('sha256').update(value).digest('hex').slice(0, 6)})`
}
