import { indexPage } from '.'
import { organization, read } from './test-support'

test('lists organizations and links; only web addresses can be followed', () => {
  const document = read(
    indexPage({
      organizations: [organization({ verified: true }), organization({ name: '<b>乙</b>' })],
      links: [
        { url: 'http://127.0.0.1:8688/s/abc', kind: 'batch', expiresAt: Date.UTC(2026, 10, 29) },
        { url: 'javascript:alert(1)', kind: 'APP', expiresAt: 0 },
        { url: 'pages/guide/index?to=X&shortKey=abc', kind: 'APP', expiresAt: 0 },
      ],
    }),
  )
  const names = [...document.querySelectorAll('.row-name')].map(one => one.textContent)
  expect(names).toEqual(['示例科技有限公司', '<b>乙</b>'])
  const followed = [...document.querySelectorAll('a')].map(one => one.getAttribute('href'))
  expect(followed).toEqual(['http://127.0.0.1:8688/s/abc'])
  expect(document.body.textContent).toContain('有效期：至 2026-11-29 08:00')
  expect(document.body.textContent).toContain('有效期：长期有效')
  const kinds = [...document.querySelectorAll('.tag')].map(one => one.textContent)
  expect(kinds).toEqual(['已认证', '待提交', '批量', 'APP', 'APP'])
})

test('says when there is nothing yet', () => {
  const document = read(indexPage({ organizations: [], links: [] }))
  expect([...document.querySelectorAll('.empty')].map(one => one.textContent)).toEqual([
    '还没有记录',
    '还没有记录',
  ])
})
