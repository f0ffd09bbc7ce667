// The icons of the window. Add a name of Bootstrap Italia's sprite (without "it-") to use one more.
export const ICON_NAMES = [
  'arrow-down', 'arrow-left', 'arrow-right', 'arrow-up', 'ban', 'bookmark', 'box', 'burger', 'calendar', 'camera', 'car', 'chart-line',
  'check', 'check-circle', 'chevron-left', 'chevron-right', 'clip', 'clock', 'close', 'close-big', 'close-circle', 'collapse', 'comment',
  'copy', 'delete', 'download', 'error', 'exchange-circle', 'expand', 'external-link', 'file', 'file-csv', 'file-signed',
  'file-xlsx', 'files', 'flag', 'folder', 'funnel', 'hearing', 'help-circle', 'horn', 'inbox', 'info-circle', 'key', 'link',
  'list', 'lock', 'locked', 'logout', 'mail', 'map-marker', 'minus', 'minus-circle', 'more-actions', 'more-items', 'note',
  'pa', 'password-invisible', 'password-visible', 'pencil', 'pin', 'plus', 'plus-circle', 'print', 'refresh', 'restore',
  'search', 'settings', 'share', 'sign', 'star-full', 'star-outline', 'telephone', 'tool', 'unlocked', 'upload', 'user',
  'video', 'warning', 'warning-circle', 'wifi',
] as const

export type IconName = (typeof ICON_NAMES)[number]
