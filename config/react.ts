/**
 * What pages and Taro call `react` (config/index.ts puts this in its place). Taro takes React whole, and so all of it
 * would be in the package: here stands what is asked for. A name that is missing fails the build.
 */
export {
  Component,
  createContext,
  createElement,
  createRef,
  Fragment,
  forwardRef,
  memo,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
  version,
} from 'preact/compat'
