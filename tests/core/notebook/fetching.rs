//! Links that were saved without a connection are fetched when a person says so.

use std::io::{Read, Write};
use std::net::TcpListener;

use dragoman_core::CancelToken;
use dragoman_core::domain::{ImportItemId, ImportSource, OutcomeCode};

use crate::support::bench;

const PAGE: &str = "<html><head><title>Port</title></head><body><article><h1>Port</h1><p>The minister visited the \
    eastern port on Monday, officials said, and spoke with workers there about the new quay.</p></article></body></html>";

#[test]
fn saved_links_are_fetched_and_dealt_with() {
    let bench = bench();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    // Nobody answers here: the port is free again.
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap();
    let dead = format!("http://{}/dead", nobody.local_addr().unwrap());
    drop(nobody);
    let url = format!("http://{address}/port");
    let links = [&url, &dead].map(|url| ImportSource::Link { url: url.clone() });
    drop(listener);
    let items = bench.import_sources(links.to_vec());
    assert!(items.iter().all(|item| item.code == OutcomeCode::Offline));
    let waiting: Vec<ImportItemId> = items.iter().map(|item| item.id).collect();

    let listener = TcpListener::bind(address).unwrap();
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 4096];
        let _read = stream.read(&mut request).unwrap();
        write!(
            stream,
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{PAGE}",
            PAGE.len()
        )
        .unwrap();
    });
    let done = bench
        .notebook
        .imports()
        .fetch_saved(&waiting, &CancelToken::new(), &mut |_| {})
        .unwrap();
    server.join().unwrap();
    assert_eq!((done.imported, done.needs_attention), (1, 1));
    let problems = bench.notebook.imports().problems().unwrap();
    assert_eq!(problems.len(), 1);
    // Taken back, what was fetched waits again; done again, it does not.
    let imports = bench.notebook.imports();
    imports.undo(done.import).unwrap();
    assert_eq!(imports.problems().unwrap().len(), 2);
    bench.notebook.undo(None).unwrap();
    assert_eq!(imports.problems().unwrap().len(), 1);
    // The other one waits as what it was, of the import that brought it.
    assert_eq!(
        (problems[0].name.as_str(), problems[0].id),
        (dead.as_str(), items[1].id)
    );
    assert_eq!(problems[0].code, OutcomeCode::Offline);
    // What is dealt with is not fetched again.
    let again = bench
        .notebook
        .imports()
        .fetch_saved(&waiting, &CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!((again.done, again.open_problems), (1, 0));
    // Taking that back takes nothing that another import brought.
    bench.notebook.imports().undo(again.import).unwrap();
    assert_eq!(bench.notebook.imports().problems().unwrap().len(), 1);
}

#[test]
fn a_link_whose_page_is_too_large_is_still_there() {
    let bench = bench();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/archive", listener.local_addr().unwrap());
    let link = ImportSource::Link { url: url.clone() };
    let address = listener.local_addr().unwrap();
    // Nobody answers there yet.
    drop(listener);
    let saved = bench.import_sources(vec![link]).remove(0);
    assert_eq!(saved.code, OutcomeCode::Offline);

    let listener = TcpListener::bind(address).unwrap();
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 4096];
        let _read = stream.read(&mut request).unwrap();
        let body = vec![b'x'; 21 << 20];
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n";
        stream.write_all(head.as_bytes()).unwrap();
        // Whoever reads stops before the end.
        let _cut = stream.write_all(&body);
    });
    let imports = bench.notebook.imports();
    let done = imports
        .fetch_saved(&[saved.id], &CancelToken::new(), &mut |_| {})
        .unwrap();
    server.join().unwrap();
    let problems = imports.problems().unwrap();
    let said: Vec<_> = problems
        .iter()
        .map(|problem| (problem.id, problem.code, problem.name.as_str()))
        .collect();
    assert_eq!(said, [(saved.id, OutcomeCode::PageTooLarge, url.as_str())]);
    imports.undo(done.import).unwrap();
    assert_eq!(imports.problems().unwrap().len(), 1);
}
