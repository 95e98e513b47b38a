import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../components/button'
import { Dialog } from '../components/dialog'
import { give, type KeptFile, type Way, waysOut } from './keep-file'
import { keptFileText } from './texts'
import './kept-sheet.css'

/** A file that WeChat does not show, and the ways to get it out. A tap of its own, for WeChat asks for one. */
export function KeptSheet({ kept, onClose }: { kept: KeptFile; onClose: () => void }) {
  const [failed, setFailed] = useState(false)
  const ways = waysOut()
  const go = async (way: Way) => {
    const outcome = await give(kept, way)
    setFailed(outcome === 'failed')
    if (outcome === 'given') onClose()
  }
  return (
    <Dialog
      id="kept-sheet"
      title={keptFileText('title')}
      onClose={onClose}
      actions={
        <>
          {ways.map((way, index) => (
            <Button
              key={way}
              id={`kept-${way}`}
              kind={index === 0 ? 'primary' : 'plain'}
              onTap={() => {
                go(way)
              }}
            >
              {keptFileText(way)}
            </Button>
          ))}
          <Button id="kept-close" kind="text" onTap={onClose}>
            {keptFileText('close')}
          </Button>
        </>
      }
    >
      <View>{keptFileText('text', { name: kept.name })}</View>
      {ways.length === 0 && (
        <View id="kept-where" className="b-kept__more">
          {keptFileText('where', { path: kept.filePath })}
        </View>
      )}
      <View id="kept-failed" className="b-kept__failed" aria-role="alert">
        {failed ? keptFileText('failed') : ''}
      </View>
    </Dialog>
  )
}
