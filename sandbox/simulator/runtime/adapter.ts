import * as ge from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { ariaDefaults, writeAria, writeAriaOf } from './aria'
import type { Builtin, Engine, EngineHooks, FileScope, Host, PageInstance } from './engine'
import { rpxToCss } from './rpx'
import { teachNodes } from './selector-nodes'
import type { AppPackage, Json } from './types'

/*
 * The only file that touches glass-easel. Its types describe hand-written components; compiled packages register
 * whatever they like, so the casts of this room are all here.
 */

/** For a list of builtins with different properties. */
export function anyBuiltin<Data extends object>(builtin: Builtin<Data>): Builtin {
  return builtin as unknown as Builtin
}

const domEvents = new Set([
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'transitionend',
  'animationend',
])

class PhoneBackend extends ge.CurrentWindowBackendContext {
  constructor() {
    super()
    this.document = {
      createElement: tag => backendElement(tag),
      createTextNode: text => document.createTextNode(text) as unknown as BackendElement,
      createDocumentFragment: () => document.createDocumentFragment() as unknown as BackendElement,
    }
  }
  // The frame of a background tab never comes, and jsdom's takes 16 ms.
  override render(callback: (error: Error | null) => void) {
    setTimeout(() => callback(null), 0)
  }
  // Built-in tags emit input, change, scroll… themselves; the DOM's own events of these names must not double them.
  override setListenerStats(...args: Parameters<ge.CurrentWindowBackendContext['setListenerStats']>) {
    if (domEvents.has(args[1])) super.setListenerStats(...args)
  }
}

type BackendElement = ReturnType<ge.CurrentWindowBackendContext['document']['createElement']>

function backendElement(tag: string): BackendElement {
  const element = document.createElement(tag.startsWith('wx-') ? tag : `wx-${tag}`)
  const set = element.setAttribute.bind(element)
  const remove = element.removeAttribute.bind(element)
  // The engine writes true and nothing alike; the node knows which it was.
  const told = (name: string) => writeAria(element, name, elementOf(element)?.getAttribute?.(name))
  element.setAttribute = (name, value) => {
    if (name.startsWith('aria-')) told(name)
    else set(name, name === 'style' ? rpxToCss(String(value)) : String(value))
  }
  element.removeAttribute = name => {
    if (name.startsWith('aria-')) told(name)
    else remove(name)
  }
  return element as unknown as BackendElement
}

let sharedBackend: PhoneBackend | null = null
let hooks: EngineHooks | null = null

/** One DOM has one set of listeners, so the backend outlives restarts of the app. */
function backend(): PhoneBackend {
  if (sharedBackend) return sharedBackend
  ge.globalOptions.writeIdToDOM = true
  ge.addGlobalErrorListener((error, method) => {
    hooks?.error(method ?? 'render', error)
    return false
  })
  ge.addGlobalWarningListener(message => {
    // WeChat accepts unknown attributes and nulls in silence.
    if (!/is not a valid property|received type-incompatible value/.test(message)) hooks?.warning(message)
    return false
  })
  sharedBackend = new PhoneBackend()
  sharedBackend.onEvent((target, type, detail, options) => {
    const original = options.originalEvent as Event | undefined
    if (type === 'tap' && original?.target && !hooks?.tap(original.target as HTMLElement)) return undefined
    const touches = touchFields(original)
    const event = new ge.Event(type, detail, touches ? { ...options, extraFields: touches } : options)
    ge.Event.dispatchEvent(target, event)
    return event.getEventBubbleStatus()
  })
  return sharedBackend
}

function touchFields(event: Event | undefined): Json | null {
  if (!event || !('touches' in event) || !('changedTouches' in event)) return null
  const plain = (list: unknown) =>
    Array.from(list as ArrayLike<Touch>, ({ identifier, clientX, clientY, pageX, pageY }) => ({
      identifier,
      clientX,
      clientY,
      pageX,
      pageY,
    }))
  return { touches: plain(event.touches), changedTouches: plain(event.changedTouches) }
}

export function createEngine(
  app: AppPackage,
  builtins: Record<string, Builtin>,
  engineHooks: EngineHooks,
): Engine {
  hooks = engineHooks
  const env = new MiniProgramEnv()
  const associated = env.associateBackend(backend())
  const space = env.createCodeSpace('main', true)
  const internals = space as unknown as { prepareComponentOptions(...args: unknown[]): [Json, string] }
  const prepare = internals.prepareComponentOptions.bind(space)
  internals.prepareComponentOptions = (...args) => {
    const prepared = prepare(...args)
    // Ids must stay as written, or nobody finds an element by its id.
    Object.assign(prepared[0], { idPrefixGenerator: null, writeIdToDOM: true })
    return prepared
  }
  const groupList = app.templates as Parameters<typeof space.addCompiledTemplate>[1]['groupList']
  for (const name of app.templateNames) {
    const content = app.templates[name] as Parameters<typeof space.addCompiledTemplate>[1]['content']
    space.addCompiledTemplate(name, { groupList, content })
  }
  for (const [name, json] of Object.entries(app.json)) {
    if (name !== 'app') space.addComponentStaticConfig(name, json)
  }
  for (const [name, scope] of Object.entries(app.scopes)) space.addStyleSheet(name, undefined, scope)

  const scope: Engine['scope'] = (path, run) => space.componentEnv(path, each => run(each as FileScope))
  for (const [tag, builtin] of Object.entries(builtins)) {
    const url = `builtin:/${tag}`
    space.addComponentStaticConfig(url, { component: true, styleIsolation: 'shared' } as Json)
    scope(url, ({ Component }) => Component(builtinDefinition(builtin)))
    const components = space.getComponentSpace()
    components.setGlobalUsingComponent(tag, components.getComponentByUrl(url, ''))
  }

  return {
    scope,
    open(path) {
      const root = associated.createRoot('page', space, path)
      const component = root.getComponent()
      const instance = root.get() as unknown as PageInstance
      teachNodes(root.get().createSelectorQuery(), nodeElement)
      return {
        instance,
        attach(parent) {
          const placeholder = parent.appendChild(document.createElement('span'))
          root.attach(parent as unknown as BackendElement, placeholder as unknown as BackendElement)
        },
        pageLifetime: name => component.triggerPageLifetime(name, []),
        release: () => root.release(),
      }
    },
  }
}

interface Caller {
  data: Json
  _$: ge.GeneralComponent
}

/** The element of the document that a selector finds inside a component. */
function nodeElement(component: unknown, selector: string): unknown {
  return (component as Caller)._$.getShadowRoot()?.querySelector(selector)?.getBackendElement()
}

const hosts = new WeakMap<Element, { host: Host; builtin: Builtin }>()

/** The built-in behind a `wx-…` element. */
export function builtinOf(element: Element): { host: Host; builtin: Builtin } | undefined {
  return hosts.get(element)
}

function elementOf(element: Element): WrittenElement | undefined {
  return (element as unknown as { __wxElement?: WrittenElement }).__wxElement
}

/** A plain node knows the values of its attributes as the template gave them. */
type WrittenElement = ge.Element & { getAttribute?(name: string): unknown }

/** The `{id, dataset}` that events and onShareAppMessage show of an element. */
export function describeElement(element: Element): { id: string; dataset: Json } {
  const target = elementOf(element)
  return { id: target?.id ?? '', dataset: { ...target?.dataset } }
}

const types = { string: String, number: Number, boolean: Boolean } as const

function builtinDefinition(builtin: Builtin): Json {
  const properties: Json = {}
  for (const [name, value] of Object.entries({ ...ariaDefaults, ...builtin.defaults })) {
    const type = typeof value
    properties[name] = {
      // What is said of a tag may be a word or a truth value.
      type: name in ariaDefaults || !(type in types) ? null : types[type as keyof typeof types],
      value,
    }
  }
  const update = (caller: Caller) => {
    const known = hosts.get(caller._$.getBackendElement() as unknown as Element)
    if (!known) return
    builtin.update?.(known.host)
    writeAriaOf(known.host.element, caller.data)
  }
  return {
    properties,
    observers: {
      '**'(this: Caller) {
        update(this)
      },
    },
    lifetimes: {
      attached(this: Caller) {
        const element = this._$.getBackendElement() as unknown as HTMLElement
        const caller = this
        const host: Host = {
          element,
          get data() {
            return caller.data
          },
          emit: (event, detail = {}, options) => caller._$.triggerEvent(event, detail, options),
        }
        hosts.set(element, { host, builtin })
        builtin.attached?.(host)
        builtin.update?.(host)
        writeAriaOf(element, caller.data)
      },
    },
  }
}
