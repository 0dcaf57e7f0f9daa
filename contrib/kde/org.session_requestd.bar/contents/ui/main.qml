import QtQuick 2.15
import QtQuick.Layouts 1.15
import org.kde.plasma.components 3.0 as PlasmaComponents
import org.kde.plasma.core 2.0 as PlasmaCore
import org.kde.plasma.plasmoid 2.0

import "xbar.js" as Xbar

// A line in the panel, and behind it those whom it counts; a press on one of them opens session-request://connect/.
// Names come from people: they are plain text here, whatever they look like.
Item {
    id: root

    property var shown: ({text: "…", color: "", rows: []})

    Plasmoid.icon: "session-request"
    Plasmoid.title: "Session Requests"
    Plasmoid.toolTipMainText: shown.text
    Plasmoid.toolTipSubText: shown.rows.map(function (row) { return row.text }).join("\n")
    Plasmoid.toolTipTextFormat: Text.PlainText
    Plasmoid.switchWidth: PlasmaCore.Units.gridUnit * 12
    Plasmoid.switchHeight: PlasmaCore.Units.gridUnit * 5
    Plasmoid.status: shown.rows.length > 0 ? PlasmaCore.Types.ActiveStatus : PlasmaCore.Types.PassiveStatus

    PlasmaCore.DataSource {
        engine: "executable"
        connectedSources: [Plasmoid.configuration.command]
        interval: Math.max(1, Plasmoid.configuration.seconds) * 1000
        onNewData: root.shown = Xbar.parsed(data["stdout"] || "") || {
            text: "cannot ask the desk", color: "", rows: [{text: data["stderr"] || sourceName, link: ""}]}
    }

    Plasmoid.compactRepresentation: MouseArea {
        anchors.fill: parent
        Layout.minimumWidth: label.implicitWidth + PlasmaCore.Units.smallSpacing * 2
        Layout.preferredWidth: Layout.minimumWidth
        Accessible.name: label.text
        Accessible.role: Accessible.Button
        onClicked: Plasmoid.expanded = !Plasmoid.expanded

        PlasmaComponents.Label {
            id: label
            anchors.centerIn: parent
            text: root.shown.text
            textFormat: Text.PlainText
            color: root.shown.color || PlasmaCore.Theme.textColor
        }
    }

    Plasmoid.fullRepresentation: ColumnLayout {
        Layout.preferredWidth: PlasmaCore.Units.gridUnit * 24
        Layout.preferredHeight: PlasmaCore.Units.gridUnit * 14

        PlasmaComponents.Label {
            Layout.fillWidth: true
            Layout.margins: PlasmaCore.Units.smallSpacing
            text: root.shown.text
            textFormat: Text.PlainText
            color: root.shown.color || PlasmaCore.Theme.textColor
            font.bold: true
        }
        ListView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            model: root.shown.rows
            delegate: PlasmaComponents.ItemDelegate {
                width: ListView.view.width
                text: modelData.text
                enabled: modelData.link !== ""
                contentItem: PlasmaComponents.Label {
                    text: modelData.text
                    textFormat: Text.PlainText
                    elide: Text.ElideRight
                }
                onClicked: Qt.openUrlExternally(modelData.link)
            }
        }
    }
}
