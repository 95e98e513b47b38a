import { keepInUse, wordsOf } from './lean-templates'

const page = `<Button hoverClass='none' onTap={go} onLongPress={hold} aria-label={text} {...{ openType: 'share' }} />`

test('an attribute stays where any page names it, however it is written', () => {
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
  }
  const kept = ['$copy', 'aria-label', 'bindLongTap', 'bindTap', 'bindTouchMove', 'hover-class', 'open-type']
  expect(keepInUse(components, wordsOf([page]))).toEqual(kept)
  expect(components).toEqual({
    Button: { 'hover-class': "'x'", 'open-type': '', 'aria-label': '', bindTap: '', bindLongTap: '' },
    View: { 'hover-class': "'x'", bindTouchMove: '', $copy: '' },
  })
})

test('of pages that name nothing, what holds back scrolling stays', () => {
  const components = { View: { animation: '', bindTouchMove: '' } }
  expect(keepInUse(components, wordsOf(['export {}']))).toEqual(['bindTouchMove'])
})
