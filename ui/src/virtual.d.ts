declare module 'virtual:icons' {
  type IconNode = [tag: string, attributes: Record<string, string>, children: IconNode[]]
  const icons: Record<string, IconNode[]>
  export default icons
}
