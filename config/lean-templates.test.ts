import { keepInUse, withoutGaps, wordsOf } from './lean-templates'

const page = `<Button hoverClass='none' onTap={go} onLongPress={hold} aria-label={text} {...{ openType: 'share' }} />`

test('a component or an attribute stays where any page names it, however it is written', () => {
  const components = {
    Button: {
      'hover-class': "'x'",
      'open-type': '',
      'aria-label': '',
      bindTap: '',
      bindLongTap: '',
      size: '',
    },
    View: { 'hover-class': "'x'", animation: '', bindAnimationEnd: '', bindTouchMove: '', $copy: '' },
    Slider: { 'hover-class': "'x'" },
  }
  keepInUse(components, wordsOf([page]))
  expect(components).toEqual({
    Button: { 'hover-class': "'x'", 'open-type': '', 'aria-label': '', bindTap: '', bindLongTap: '' },
    View: { 'hover-class': "'x'", bindTouchMove: '', $copy: '' },
  })
})

test('of pages that name nothing, what Taro needs stays, and what holds back scrolling', () => {
  const components = {
    View: { animation: '', bindTouchMove: '' },
    Text: { decode: '' },
    Image: {},
    Switch: {},
  }
  keepInUse(components, wordsOf(['export {}']))
  expect(components).toEqual({ View: { bindTouchMove: '' }, Text: {}, Image: {} })
})

test('templates have no lines and indents, and all else stays', () => {
  const written = `
<template name="a">
  <input value="{{i.p1}}" class="{{i.cl}}"  id="{{i.uid||i.sid}}"></input>
</template>
`
  expect(withoutGaps(written)).toBe(
    '<template name="a"><input value="{{i.p1}}" class="{{i.cl}}" id="{{i.uid||i.sid}}"></input></template>',
  )
})
