import type * as v from 'valibot'
import type { ActionName, ActionResults, actions } from '../contract/actions'
import type { Deps } from '../usecases/kit/deps'

type Parsed<A extends ActionName> = v.InferOutput<(typeof actions)[A]['input']>
type Handlers = {
  [A in ActionName]: (
    deps: Deps,
    owner: string,
    input: Parsed<A>,
  ) => ActionResults[A] | Promise<ActionResults[A]>
}
type PeopleAction = {
  [A in ActionName]: (typeof actions)[A]['caller'] extends 'everyone' ? A : never
}[ActionName]
export type PeopleHandlers = Pick<Handlers, PeopleAction>
export type OperatorHandlers = Omit<Handlers, PeopleAction>

export type Handler = (
  deps: Deps,
  owner: string,
  input: unknown,
) => ActionResults[ActionName] | Promise<ActionResults[ActionName]>
