import { styles } from './styles'

const found = (line: string) => styles('miniprogram/a.css', `.a {\n  ${line}\n}`).length > 0

test.each([
  'color: #123456;',
  'background: rgba(0, 0, 0, 0.1);',
  'border: 1px solid white;',
  'font-size: 14px;',
  'padding: 0 6px;',
  'margin: -8px auto 0;',
  'gap: 1rem;',
  'border-radius: 6px;',
  'margin-top: calc(2px + var(--space-s));',
])('%s is found', line => {
  expect(found(line)).toBe(true)
})

test.each([
  'color: var(--fg);',
  'font-size: var(--text-note);',
  'padding: 0 var(--space-s) 1px;',
  'margin: 0 auto;',
  'width: 120px;',
  'border: 1px solid var(--line);',
  'border-radius: 50%;',
  'border-radius: 2px;',
  'white-space: nowrap;',
])('%s is none', line => {
  expect(found(line)).toBe(false)
})

test('the tokens themselves are numbers', () => {
  expect(styles('miniprogram/styles/tokens.css', '.a {\n  --fg: #000000;\n}')).toEqual([])
})
