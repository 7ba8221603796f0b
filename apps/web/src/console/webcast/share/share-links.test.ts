import { describe, expect, it } from 'vitest';
import { shareOf } from './share-links.ts';

describe('shareOf', () => {
  it('links to the watch page, and embeds it', () => {
    const { watchUrl, iframe, element } = shareOf(
      'https://live.example.com',
      '0_ab12cd34',
      'All hands',
    );
    expect(watchUrl).toBe('https://live.example.com/watch/0_ab12cd34');
    expect(iframe).toContain('src="https://live.example.com/watch/0_ab12cd34"');
    expect(element).toContain('src="https://live.example.com/embed/rostrum.js"');
    expect(element).toContain('webcast-id="0_ab12cd34"');
  });

  it('lets no title break out of the code', () => {
    const { iframe } = shareOf('https://live.example.com', '0_ab12cd34', '"><script>x</script>&');
    expect(iframe).toContain('title="&quot;&gt;&lt;script&gt;x&lt;/script&gt;&amp;"');
  });
});
