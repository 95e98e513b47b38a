import { drawBudget } from './functions/budget'

/** `npm run budget`: writes down what the last build came to, for whoever has made something grow and means it. */
drawBudget().catch(error => {
  console.error(error)
  process.exitCode = 1
})
