// esbuild collects the style sheets that main.tsx imports.
declare module "*.css";
