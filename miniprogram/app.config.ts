/** What the vendors' own folders ask to be declared; put in by the build (`config/vendors.ts`). */
declare const VENDOR_PLUGINS: Record<string, { version: string; provider: string }>
declare const VENDOR_MINI_PROGRAMS: string[]

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/records/index', 'pages/scan/index'],
  subPackages: [
    {
      root: 'packages/verify',
      pages: [
        'person/index',
        'organization/index',
        'verification/index',
        'contract/index',
        'invitation/index',
        'handover/index',
        'my-data/index',
        'link/index',
      ],
      // A plugin opens most reliably from a page of the package that declares it.
      plugins: VENDOR_PLUGINS,
    },
    {
      root: 'packages/batch',
      pages: ['list/index', 'create/index', 'board/index', 'link/index', 'row/index'],
    },
    {
      root: 'packages/workplace',
      pages: [
        'operators/index',
        'legacy/index',
        'invitations/index',
        'invite/index',
        'invitation/index',
        'campaigns/index',
        'home/index',
        'verifications/index',
        'verification/index',
        'integration/index',
        'health/index',
        'request/index',
        'brand/index',
      ],
    },
  ],
  // The vendors' mini-programs that open on top of ours.
  embeddedAppIdList: VENDOR_MINI_PROGRAMS,
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['packages/verify'] } },
  // In WeChat for PC the window may be made wide; without it, it stays as narrow as a phone.
  resizable: true,
  // What styles cannot reach takes its colours from there: the bar, and what shows behind a page pulled down.
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
  window: {
    navigationBarTitleText: '实名通',
    navigationBarBackgroundColor: '@background',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@background',
    backgroundTextStyle: '@pull',
  },
})
