export { useOnce } from '../cloud/once'
