// What other sites load: `<script type="module" src="https://YOUR-SERVER/embed/rostrum.js"></script>`.
import '@rostrum/sdk/elements';
