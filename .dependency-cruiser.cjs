// The arrows that must never be (docs/architecture.md). Tests may reach across rooms; code may not.
const notATest = '\\.test\\.tsx?$'
const room = (name, from, to) => ({
  name,
  severity: 'error',
  from: { pathNot: notATest, ...from },
  to,
})

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    room('domain-is-pure', { path: '^cloudfunctions/domain/' }, { pathNot: '^cloudfunctions/domain/' }),
    room(
      'contract-knows-the-words-only',
      { path: '^cloudfunctions/contract/' },
      { pathNot: '^cloudfunctions/(contract|domain)/|node_modules/valibot/' },
    ),
    room(
      'vendors-know-no-use-case',
      { path: '^cloudfunctions/vendors/' },
      { path: '^cloudfunctions/(usecases|api|callback|sweep)/' },
    ),
    room(
      'vendors-are-strangers',
      { path: '^cloudfunctions/vendors/([^/]+)/' },
      { path: '^cloudfunctions/vendors/([^/]+)/', pathNot: '^cloudfunctions/vendors/$1/' },
    ),
    room(
      'verification-knows-none-of-its-users',
      { path: '^cloudfunctions/usecases/verification/' },
      { path: '^cloudfunctions/usecases/', pathNot: '^cloudfunctions/usecases/(verification|kit)/' },
    ),
    room(
      'kit-knows-no-room',
      { path: '^cloudfunctions/usecases/kit/' },
      { path: '^cloudfunctions/usecases/', pathNot: '^cloudfunctions/usecases/kit/' },
    ),
    room(
      'rooms-know-nothing-above-them',
      { path: '^cloudfunctions/usecases/[^/]+/' },
      { path: '^cloudfunctions/usecases/[^/]+$' },
    ),
    room(
      // Of the people in the workplace, an invitation asks what they may do.
      'rooms-are-strangers',
      { path: '^cloudfunctions/usecases/(batch|invitation|handover|operator|workplace)/' },
      {
        path: '^cloudfunctions/usecases/[^/]+/',
        pathNot: '^cloudfunctions/usecases/($1|kit|verification|operator)/',
      },
    ),
    room(
      'use-cases-know-no-entry',
      { path: '^cloudfunctions/usecases/' },
      { path: '^cloudfunctions/(api|callback|sweep)/' },
    ),
    room(
      'one-door-to-the-cloud-sdk',
      { pathNot: `^(cloudfunctions/platform/sdk\\.ts|sandbox/)|${notATest}` },
      { path: 'node_modules/wx-server-sdk' },
    ),
    room(
      'pages-see-only-contract-types',
      { path: '^miniprogram/' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/(contract|domain/identity)/' },
    ),
    room(
      'pages-take-types-only',
      { path: '^miniprogram/' },
      { path: '^cloudfunctions/contract/', dependencyTypesNot: ['type-only'] },
    ),
    // Taro would copy whatever they share by such an arrow into each of them: that belongs in a room of the main package.
    room(
      'mini-program-packages-are-strangers',
      { path: '^miniprogram/packages/([^/]+)/' },
      { path: '^miniprogram/packages/([^/]+)/', pathNot: '^miniprogram/packages/$1/' },
    ),
    room(
      'mini-program-rooms-know-no-package',
      { path: '^miniprogram/(?!packages/)' },
      { path: '^miniprogram/packages/' },
    ),
    room(
      'sandbox-shares-no-code-with-functions',
      { path: '^sandbox/' },
      { path: '^(cloudfunctions|miniprogram)/' },
    ),
    room(
      'functions-share-no-code-with-sandbox',
      { path: '^(cloudfunctions|miniprogram)/' },
      { path: '^(sandbox|test)/' },
    ),
    room('product-needs-no-setup', { path: '^(cloudfunctions|miniprogram)/' }, { path: '^setup/' }),
    room(
      // Made and closed by the same steps as a cloud environment: through one file, so that no other code is shared.
      'sandbox-is-set-up-in-one-place',
      { path: '^sandbox/', pathNot: '^sandbox/prepare\\.ts$' },
      { path: '^setup/' },
    ),
    room(
      'setup-knows-names-only',
      { path: '^setup/' },
      {
        path: '^(cloudfunctions|miniprogram|sandbox|shipping|test)/',
        pathNot: '^cloudfunctions/(platform/(store|indexes)|vendors/ess/tc3)\\.ts$',
      },
    ),
    room(
      'nothing-needs-shipping',
      { path: '^(cloudfunctions|miniprogram|sandbox|setup)/' },
      { path: '^shipping/' },
    ),
    room('shipping-knows-no-sandbox', { path: '^shipping/' }, { path: '^(sandbox|miniprogram|test)/' }),
    room(
      'sandbox-vendors-are-strangers',
      { path: '^sandbox/vendors/([^/]+)/' },
      { path: '^sandbox/vendors/([^/]+)/', pathNot: '^sandbox/vendors/($1|kit)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
