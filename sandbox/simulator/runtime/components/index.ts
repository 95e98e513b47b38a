import { anyBuiltin } from '../adapter'
import type { Running } from '../context'
import type { Builtin } from '../engine'
import { button } from './button'
import { canvas } from './canvas'
import { checkbox, checkboxGroup, radio, radioGroup, slider, switchControl } from './choice'
import { form, label } from './form'
import { icon, image, progress, richText, webView } from './media'
import { navigator } from './navigator'
import { picker } from './picker'
import { scrollView, swiper } from './scroll'
import { input, textarea } from './text-field'

const box: Builtin = { defaults: {} }

/** The built-in tags that do something; view, text and block are plain nodes. */
export function builtins(running: Running): Record<string, Builtin> {
  return {
    button: anyBuiltin(button(running)),
    form: anyBuiltin(form),
    label: anyBuiltin(label),
    input: anyBuiltin(input),
    textarea: anyBuiltin(textarea),
    checkbox: anyBuiltin(checkbox),
    'checkbox-group': anyBuiltin(checkboxGroup),
    radio: anyBuiltin(radio),
    'radio-group': anyBuiltin(radioGroup),
    switch: anyBuiltin(switchControl),
    slider: anyBuiltin(slider),
    picker: anyBuiltin(picker(running)),
    image: anyBuiltin(image(running)),
    canvas: anyBuiltin(canvas(running)),
    icon: anyBuiltin(icon),
    progress: anyBuiltin(progress),
    'rich-text': anyBuiltin(richText),
    'web-view': anyBuiltin(webView),
    'scroll-view': anyBuiltin(scrollView),
    swiper: anyBuiltin(swiper),
    'swiper-item': box,
    navigator: anyBuiltin(navigator(running)),
    'page-container': box,
    'cover-view': box,
    'movable-area': box,
    'movable-view': box,
  }
}
