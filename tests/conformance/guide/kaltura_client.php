<?php
// Speaks to the API as Kaltura's client for PHP does: leaves are texts, answers are serialised, sessions are signed here.

class KalturaException extends Exception
{
    public function __construct(string $message, public readonly string $apiCode, public readonly array $arguments)
    {
        parent::__construct("$message ($apiCode)");
    }
}

// A class for every type that answers name, as the client has them.
spl_autoload_register(function (string $name): void {
    if (preg_match('/^Kaltura\w+$/', $name)) eval("#[AllowDynamicProperties] class $name {}");
});

class Client
{
    public ?string $ks = null;

    public function __construct(private string $serviceUrl)
    {
        $this->serviceUrl = rtrim($serviceUrl, '/');
    }

    public function call(string $service, string $action, array $parameters = [], array $files = []): mixed
    {
        return self::orThrow($this->send("service/$service/action/$action", self::texts($parameters), $files));
    }

    /** Calls are numbered from 0, and refer to each other from 1. */
    public function multirequest(array ...$calls): array
    {
        $numbered = [];
        foreach ($calls as $number => [$service, $action, $parameters]) {
            $numbered[$number] = ['service' => $service, 'action' => $action] + self::texts($parameters);
        }
        return $this->send('service/multirequest', $numbered, []);
    }

    /** A session of version 1. */
    public static function generateSession(string $secret, string $userId, int $type, int $partnerId, string $privileges): string
    {
        $fields = [$partnerId, $partnerId, time() + 86400, $type, random_int(0, 32000), $userId, $privileges];
        $info = implode(';', $fields);
        return base64_encode(sha1($secret . $info) . '|' . $info);
    }

    private function send(string $path, array $parameters, array $files): mixed
    {
        $body = $parameters + [
            'clientTag' => 'php5:20-10-15',
            'apiVersion' => '16.9.0',
            'format' => '3',
            'ignoreNull' => true,
        ] + ($this->ks === null ? [] : ['ks' => $this->ks]);
        ksort($body);
        $json = json_encode($body + ['kalsig' => md5(serialize($body))]);
        $type = 'application/json';
        if ($files !== []) [$type, $json] = self::multipart($json, $files);
        $context = stream_context_create(['http' => [
            'method' => 'POST',
            'header' => "Content-Type: $type\r\nAccept: */*\r\n",
            'content' => $json,
            'timeout' => 30,
        ]]);
        $answer = file_get_contents("$this->serviceUrl/api_v3/$path", false, $context);
        $result = unserialize($answer);
        if ($result === false && $answer !== serialize(false)) throw new Exception("Not serialised: $answer");
        return $result;
    }

    private static function texts(mixed $value): mixed
    {
        if (!is_array($value)) return is_bool($value) ? $value : (string) $value;
        $texts = [];
        foreach ($value as $name => $each) {
            if ($each === null) $texts["{$name}__null"] = '';
            else $texts[$name] = self::texts($each);
        }
        return $texts;
    }

    private static function multipart(string $json, array $files): array
    {
        $boundary = bin2hex(random_bytes(16));
        $body = "--$boundary\r\nContent-Disposition: form-data; name=\"json\"\r\n\r\n$json\r\n";
        foreach ($files as $name => [$fileName, $content]) {
            $body .= "--$boundary\r\nContent-Disposition: form-data; name=\"$name\"; filename=\"$fileName\"\r\n";
            $body .= "Content-Type: application/octet-stream\r\n\r\n$content\r\n";
        }
        return ["multipart/form-data; boundary=$boundary", "$body--$boundary--\r\n"];
    }

    /** An error is an array with a code and a message. */
    private static function orThrow(mixed $result): mixed
    {
        if (is_array($result) && isset($result['code'], $result['message'])) {
            throw new KalturaException($result['message'], $result['code'], $result['args']);
        }
        return $result;
    }
}

/** Asks again and again, for half a minute at most. */
function until(string $what, callable $probe): mixed
{
    $deadline = microtime(true) + 30;
    while (true) {
        $answer = $probe();
        if ($answer) return $answer;
        if (microtime(true) > $deadline) throw new Exception("timed out: $what");
        usleep(200_000);
    }
}

function expect(bool $claim, string $what): void
{
    if (!$claim) throw new Exception("not so: $what");
}
