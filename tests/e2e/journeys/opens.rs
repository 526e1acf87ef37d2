//! The window opens, empty and ready. The bundle is tried with this one.

use dragoman_e2e::journey;

#[test]
fn opens() {
    journey("opens", |desk| {
        let app = desk.open_window()?;
        app.wait_for_text("Nothing in the Inbox")?;
        app.picture(&desk.picture("window"))?;
        app.close()
    });
}
