import QtQuick 2.15
import QtQuick.Controls 2.15
import QtQuick.Layouts 1.15
import org.kde.kirigami 2.20 as Kirigami

// Which part of the desk it shows, and how often it looks.
Kirigami.FormLayout {
    property alias cfg_command: command.text
    property alias cfg_seconds: seconds.value

    TextField {
        id: command
        Kirigami.FormData.label: "Command:"
        Layout.minimumWidth: Kirigami.Units.gridUnit * 20
    }
    Label {
        text: "Such as: session-request bar --format xbar --once --queue tier-1"
    }
    SpinBox {
        id: seconds
        Kirigami.FormData.label: "Seconds between two looks:"
        from: 1
        to: 3600
    }
}
