import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

// Without this Vue takes the tag for a component of its own.
const isCustomElement = (tag) => tag === 'smart-footprint';

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
});
