// Both windows import their looks from here.
import './bootstrap.scss'
import './index.css'
